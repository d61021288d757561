package dev.retort.internal.names;

import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** An immutable sorted set in one array: a plan keeps one for each of thousands of steps. */
public final class SortedNames extends AbstractSet<String> implements SortedSet<String> {

    private final String[] names;

    /** Takes names that are sorted and unique. */
    public SortedNames(String[] names) {
        this.names = names;
    }

    public static SortedNames copyOf(Collection<String> names) {
        return names instanceof SortedNames
                ? (SortedNames) names
                : new SortedNames(new TreeSet<>(names).toArray(String[]::new));
    }

    public SortedNames with(String name) {
        int position = Arrays.binarySearch(names, name);
        if (position >= 0) {
            return this;
        }
        String[] more = Arrays.copyOf(names, names.length + 1);
        int inserted = -position - 1;
        System.arraycopy(names, inserted, more, inserted + 1, names.length - inserted);
        more[inserted] = name;
        return new SortedNames(more);
    }

    public SortedNames without(String name) {
        int position = Arrays.binarySearch(names, name);
        if (position < 0) {
            return this;
        }
        String[] fewer = Arrays.copyOf(names, names.length - 1);
        System.arraycopy(names, position + 1, fewer, position, fewer.length - position);
        return new SortedNames(fewer);
    }

    @Override
    public Iterator<String> iterator() {
        return List.of(names).iterator();
    }

    @Override
    public int size() {
        return names.length;
    }

    @Override
    public boolean contains(Object name) {
        return name instanceof String && Arrays.binarySearch(names, name) >= 0;
    }

    @Override
    public @Nullable Comparator<? super String> comparator() {
        return null;
    }

    @Override
    public SortedSet<String> subSet(String from, String to) {
        return between(position(from), position(to));
    }

    @Override
    public SortedSet<String> headSet(String to) {
        return between(0, position(to));
    }

    @Override
    public SortedSet<String> tailSet(String from) {
        return between(position(from), names.length);
    }

    @Override
    public String first() {
        return at(0);
    }

    @Override
    public String last() {
        return at(names.length - 1);
    }

    private String at(int index) {
        if (names.length == 0) {
            throw new NoSuchElementException();
        }
        return names[index];
    }

    private int position(String name) {
        int found = Arrays.binarySearch(names, name);
        return found >= 0 ? found : -found - 1;
    }

    private SortedSet<String> between(int from, int to) {
        return new SortedNames(Arrays.copyOfRange(names, from, to));
    }
}
