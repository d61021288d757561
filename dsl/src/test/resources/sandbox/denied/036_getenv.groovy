revision 'd036'

upgrade {
    execute System.getenv('HOME')
}
downgrade { }
