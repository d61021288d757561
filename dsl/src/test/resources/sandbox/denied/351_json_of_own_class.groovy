revision 'd351'

upgrade {
    execute Json.text(new Hostile())
}
downgrade { }

class Hostile { String getName() { while (true) { } } }
