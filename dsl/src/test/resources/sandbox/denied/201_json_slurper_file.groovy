revision 'd201'

upgrade {
    new groovy.json.JsonSlurper().parse(new File('pom.xml'))
}
downgrade { }
