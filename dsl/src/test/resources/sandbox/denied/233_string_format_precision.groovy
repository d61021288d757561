revision 'd233'

upgrade {
    execute String.format('%.2000000000f', 1.0d)
}
downgrade { }
