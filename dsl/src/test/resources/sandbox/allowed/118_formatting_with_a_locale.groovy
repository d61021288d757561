import java.text.DecimalFormat
import java.text.DecimalFormatSymbols
import java.text.NumberFormat

revision 'a118'

upgrade {
    assert String.format(Locale.ROOT, '%05d|%-4s|%8.2f|%,d|%x|%b', 42, 'a', 3.14159, 1234567, 255, true) == '00042|a   |    3.14|1,234,567|ff|true'
    assert String.format(Locale.GERMANY, '%,.2f', 1234.5) == '1.234,50'
    assert 'x=%s y=%s'.formatted(1, 'b') == 'x=1 y=b'
    assert new DecimalFormat('#,##0.00', DecimalFormatSymbols.getInstance(Locale.US)).format(9876.543) == '9,876.54'
    assert NumberFormat.getPercentInstance(Locale.US).format(0.25) == '25%'
    assert 'TITLE'.toLowerCase(Locale.ROOT) == 'title' && 'i'.toUpperCase(Locale.forLanguageTag('tr')) != 'I'
    assert String.format(Locale.ROOT, '%tF', LocalDate.of(2026, 1, 2)) == '2026-01-02'
    assert 1.0.toString() == '1.0' && 1e3.toPlainString() == '1000'
    execute 'SELECT 1'
}
downgrade { }
