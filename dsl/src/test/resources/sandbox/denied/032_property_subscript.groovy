revision 'd032'

upgrade {
    System.properties['retort.pwned'] = 'x'
}
downgrade { }
