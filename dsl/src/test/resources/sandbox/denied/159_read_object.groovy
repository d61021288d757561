revision 'd159'

upgrade {
    execute 'x'
}
downgrade { }

class F implements Serializable { private void readObject(java.io.ObjectInputStream s) { } }
