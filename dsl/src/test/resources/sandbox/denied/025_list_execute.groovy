revision 'd025'

upgrade {
    ['touch', 'target/pwned'].execute()
}
downgrade { }
