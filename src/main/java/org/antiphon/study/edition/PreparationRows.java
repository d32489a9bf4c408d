package org.antiphon.study.edition;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The rows of {@code preparation}. */
@ApplicationScoped
class PreparationRows implements PanacheRepository<PreparationRow> {}
