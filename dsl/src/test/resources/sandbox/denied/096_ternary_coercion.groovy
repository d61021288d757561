revision 'd096'

upgrade {
    FileOutputStream f = 1 ? ['target/pwned'] : null
    execute 'x'
}
downgrade { }
