revision 'd086'

upgrade {
    new Holder()
}
downgrade { }

class Holder { FileOutputStream f = ['target/pwned'] }
