revision 'd435'
upgrade {
   throw new Own()
}
downgrade { }
class Own extends RuntimeException implements Comparable<Own> { 
  boolean equals(Object o) { while (true) { } }
  int hashCode() { while (true) { } }
  int compareTo(Own o) { while (true) { } }
}
