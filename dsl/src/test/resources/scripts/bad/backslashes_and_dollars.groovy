revision 'x'
upgrade {
    execute 'UPDATE t SET a = NULL WHERE b ~ "^\d+\w$"'
    execute "UPDATE t SET path = 'C:\users' WHERE costs = '$ 5'"
    execute """a ${1 + 1} \(b $1 ${'$$'}
        $$ c $"""
    execute '''\x'''
    execute $/ \d $ $$ /$
    execute(/ \d $ /)
    execute '\b\f\n\r\s\t\\\'\"\$\0\377\u0041\uuu0041\
'
}
downgrade { }
