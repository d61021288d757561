revision 'd082'

upgrade {
    for (FileOutputStream f in [['target/pwned']]) { execute 'x' }
}
downgrade { }
