package org.antiphon.dashboard.results;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.antiphon.account.ForResearchers;
import org.antiphon.dashboard.results.TranslationNumbers.Measure;
import org.jboss.resteasy.reactive.RestQuery;

/** Translations in numbers: over models, seeds and corpora, and two models against each other. */
@Path("/models")
@ForResearchers
@Blocking
public class ModelsPages {

    private final TranslationNumbers numbers;

    @Inject
    ModelsPages(TranslationNumbers numbers) {
        this.numbers = numbers;
    }

    @CheckedTemplate(basePath = "ModelsPages")
    static class Pages {
        private Pages() {}

        static native TemplateInstance models(ModelsView view);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String page(
            @RestQuery Optional<String> direction,
            @RestQuery Optional<String> metric,
            @RestQuery Optional<String> first,
            @RestQuery Optional<String> second) {
        List<Measure> all = numbers.all();
        ModelsQuery query = ModelsQuery.of(all, direction, metric, first, second);
        return Pages.models(new ModelsView(all, query)).render();
    }
}
