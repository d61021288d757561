revision 'd434'
interface I { static void go() { new File('target/pwned').createNewFile() } }
upgrade {
    I.go()
}
downgrade { }
