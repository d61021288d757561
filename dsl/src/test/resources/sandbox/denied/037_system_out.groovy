revision 'd037'

upgrade {
    System.out.println('x')
}
downgrade { }
