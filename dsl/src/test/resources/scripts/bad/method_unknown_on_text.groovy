revision 'x'
upgrade {
    String name = 'x'
    execute name.trimm()
}
downgrade { }
