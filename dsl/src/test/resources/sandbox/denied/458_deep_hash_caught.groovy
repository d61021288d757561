revision 'd432'
upgrade {
   Map<String, Object> m = [:]
   200_000.times { m = [key: m] as Map<String, Object> }
   try { m.hashCode() } catch (Throwable t) { execute 'SELECT 1' } finally { execute 'SELECT 2' }
}
downgrade { }
