revision 'd095'

upgrade {
    execute ((File) conv('target/pwned')).name
}
downgrade { }

static <T> T conv(Object o) { (T) o }
