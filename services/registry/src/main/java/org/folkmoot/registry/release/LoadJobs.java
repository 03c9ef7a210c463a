package org.folkmoot.registry.release;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The jobs that were handed in. */
@ApplicationScoped
class LoadJobs implements PanacheRepositoryBase<LoadJob, UUID> {}
