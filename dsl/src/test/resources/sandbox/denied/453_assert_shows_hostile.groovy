revision 'd427'
upgrade {
    assert new Hostile() == null
}
downgrade { }
class Hostile { String toString() { while (true) { } } }
