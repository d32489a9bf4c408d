package org.antiphon.study;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.Optional;
import org.antiphon.platform.HomeOffer;
import org.antiphon.platform.ProblemException;
import org.antiphon.study.edition.Drafts;
import org.antiphon.study.edition.Preparing;
import org.antiphon.study.edition.Publishing;
import org.jboss.logging.Logger;

/**
 * The study that is there on first start, so that a newcomer can take part at once. It is prepared in the background by the
 * same job as every other one, and opens by itself; whatever goes wrong with it, the server runs.
 */
@ApplicationScoped
class SampleStudy implements HomeOffer {

    private static final Logger LOG = Logger.getLogger(SampleStudy.class);
    private static final String SLUG = "first-look";

    private final Drafts drafts;
    private final Preparing preparing;
    private final Publishing publishing;
    private final boolean wanted;

    @Inject
    SampleStudy(Drafts drafts, Preparing preparing, Publishing publishing, StudyConfig config) {
        this.drafts = drafts;
        this.preparing = preparing;
        this.publishing = publishing;
        this.wanted = config.sample();
    }

    void begin(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        if (wanted) {
            Infrastructure.getDefaultExecutor().execute(this::beginOnce);
        }
    }

    @Override
    public Optional<Offer> offer() {
        return wanted && publishing.isOpen(SLUG)
                ? Optional.of(new Offer("/s/" + SLUG, "Take a listening study of one minute"))
                : Optional.empty();
    }

    private void beginOnce() {
        try {
            if (drafts.all().isEmpty()) {
                drafts.create(SLUG, Templates.sample());
                preparing.order(SLUG, true);
                LOG.infof("preparing the sample study; it will be open at /s/%s", SLUG);
            }
        } catch (ProblemException e) {
            // another process on the same database was faster
            LOG.debugf("no sample study: %s", e.getMessage());
        } catch (RuntimeException e) {
            LOG.warn("the sample study could not be begun", e);
        }
    }
}
