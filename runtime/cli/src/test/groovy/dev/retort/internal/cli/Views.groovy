package dev.retort.internal.cli

import dev.retort.RevisionView

/** Revisions as the engine would hand them out, for specs that only look at them. */
class Views {

    static RevisionView view(Map<String, ?> parts = [:], String id) {
        new RevisionView(
                id,
                (parts.down ?: []) as List<String>,
                (parts.needs ?: []) as List<String>,
                (parts.squashed ?: []) as List<String>,
                new TreeSet<String>((parts.labels ?: []) as List<String>),
                new TreeSet<String>((parts.children ?: []) as List<String>),
                new TreeSet<String>((parts.neededBy ?: []) as List<String>),
                (parts.message == null ? 'doc' : parts.message) as String,
                "migrations/${id}.groovy",
                parts.created as String,
                parts.description as String,
                parts.upgrade as String,
                parts.downgrade as String,
                parts.irreversible as String,
                (parts.head ?: false) as boolean,
                (parts.effective ?: false) as boolean,
                ((parts.children ?: []) as List).size() > 1,
                ((parts.down ?: []) as List).size() > 1,
                (parts.current ?: false) as boolean)
    }
}
