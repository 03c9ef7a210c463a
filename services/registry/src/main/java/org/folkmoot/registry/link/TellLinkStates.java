package org.folkmoot.registry.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.events.Chronicle;
import org.folkmoot.registry.announcement.TellsStates;

/** The states of links are told anew: each as it was told last, those that were withdrawn too. */
@ApplicationScoped
class TellLinkStates implements TellsStates {

    private final Links links;
    private final Chronicle chronicle;

    TellLinkStates(Links links, Chronicle chronicle) {
        this.links = links;
        this.chronicle = chronicle;
    }

    @Override
    public long tellAnew() {
        // A state that is read before a change and told after it would be the newest of its key.
        links.alone();
        List<Link> present = links.present();
        present.forEach(link -> chronicle.announce("link-state", link.id().toString(), "recorded", link.state()));
        return present.size();
    }
}
