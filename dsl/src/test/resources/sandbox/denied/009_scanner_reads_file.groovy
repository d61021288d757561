revision 'd009'

upgrade {
    execute new Scanner(new File('pom.xml')).next()
}
downgrade { }
