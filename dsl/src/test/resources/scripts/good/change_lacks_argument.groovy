revision 'c4'

change {
    String tenant = argument('tenant')
    addColumn 't', 'c_' + tenant.trim(), integer
}
