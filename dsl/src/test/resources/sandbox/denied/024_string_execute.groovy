revision 'd024'

upgrade {
    'touch target/pwned'.execute()
}
downgrade { }
