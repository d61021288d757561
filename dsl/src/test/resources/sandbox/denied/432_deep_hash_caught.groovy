revision 'd432'
upgrade {
   List<Object> l = []
   200_000.times { l = [l] as List<Object> }
   try { l.hashCode() } catch (Throwable t) { execute 'SELECT 1' } finally { execute 'SELECT 2' }
}
downgrade { }
