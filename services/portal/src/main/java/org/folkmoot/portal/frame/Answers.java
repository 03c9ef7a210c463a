package org.folkmoot.portal.frame;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.portal.session.Drafts;
import org.folkmoot.portal.session.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a form of several pages, kept from page to page: sealed, for the person who gives them, under a name that
 * stands in the address of the next page. So going back and forth loses nothing, and neither does a session that ends.
 */
@ApplicationScoped
public class Answers {

    private final Drafts drafts;

    Answers(Drafts drafts) {
        this.drafts = drafts;
    }

    /** The answers of that name, given to the form at that address; empty if they are not kept any longer. */
    public Optional<Entered> of(Visit visit, String path, @Nullable String name) {
        return Optional.ofNullable(name)
                .flatMap(known -> drafts.of(visit, path, known))
                .map(Entered::new);
    }

    /**
     * Keeps answers.
     *
     * @param name of the answers in whose place they are kept; null for the first ones
     * @return the name by which they are found again
     */
    public String keep(Visit visit, String path, @Nullable String name, Entered answers) {
        if (name == null) {
            return drafts.keep(visit, path, answers.fields());
        }
        drafts.keepAgain(visit, path, name, answers.fields());
        return name;
    }
}
