revision 'd430'
upgrade {
   try { execute([x: new Hostile()], 'SELECT :x') } catch (Exception e) { throw new RuntimeException(e.message, e) }
}
downgrade { }
class Hostile { String toString() { while (true) { } } }
