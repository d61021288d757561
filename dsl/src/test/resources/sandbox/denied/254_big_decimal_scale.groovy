revision 'd254'

upgrade {
    execute 1.0.setScale(2000000000).toString()
}
downgrade { }
