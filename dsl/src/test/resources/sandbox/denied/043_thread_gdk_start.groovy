revision 'd043'

upgrade {
    Thread.start { execute 'x' }
}
downgrade { }
