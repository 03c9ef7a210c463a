package org.folkmoot.registry.health;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The self-checks of the networks of the ICS. */
@ApplicationScoped
class PcnSelfChecks implements PanacheRepositoryBase<PcnSelfCheck, UUID> {

    /** The newest first. */
    List<PcnSelfCheck> of(String pcn) {
        return list("pcn = ?1 order by id desc", pcn);
    }

    /** The newest of each network. */
    Map<String, PcnSelfCheck> newest() {
        return list(
                        "from PcnSelfCheck c where not exists (select 1 from PcnSelfCheck n where n.pcn = c.pcn and n.id > c.id)")
                .stream()
                .collect(Collectors.toMap(PcnSelfCheck::pcn, Function.identity()));
    }
}
