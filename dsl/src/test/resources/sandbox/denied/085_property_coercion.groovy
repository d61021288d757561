revision 'd085'

upgrade {
    new Holder(f: ['target/pwned'])
}
downgrade { }

class Holder { FileOutputStream f }
