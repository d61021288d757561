revision 'd232'

upgrade {
    execute String.format('%2000000000d', 1)
}
downgrade { }
