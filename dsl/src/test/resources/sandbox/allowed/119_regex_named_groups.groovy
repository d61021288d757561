import java.util.regex.Matcher
import java.util.regex.Pattern

revision 'a119'

upgrade {
    Matcher m = 'ada.lovelace@example.org' =~ /(?<first>\w+)\.(?<last>\w+)@(?<host>[\w.]+)/
    assert m.matches()
    assert m.group('first') == 'ada' && m.group('host') == 'example.org'
    assert 'a1b22'.replaceAll(/(?<n>\d+)/) { List<String> g -> "<${g[1]}>" } == 'a<1>b<22>'
    assert 'John Smith'.replaceFirst(/(?<a>\w+) (?<b>\w+)/, '${b}, ${a}') == 'Smith, John'
    assert ('k1=v1;k2=v2' =~ /(\w+)=(\w+)/).collect { List<String> g -> g[1] + g[2] } == ['k1v1', 'k2v2']
    Pattern p = ~/(?i)^SELECT\b/
    assert p.matcher('select 1').find() && 'x,y;z'.split(/[,;]/).toList() == ['x', 'y', 'z']
    assert 'aXbXc'.tokenize('X') == ['a', 'b', 'c'] && ('abc' ==~ /[a-c]+/)
    execute 'SELECT 1'
}
downgrade { }
