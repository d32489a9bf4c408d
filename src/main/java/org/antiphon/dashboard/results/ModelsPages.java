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
import java.util.function.Function;
import org.antiphon.account.ForResearchers;
import org.antiphon.dashboard.results.ModelsView.Drawings;
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
        String way = one("direction", direction, all, all, Measure::direction);
        List<Measure> own =
                all.stream().filter(number -> number.direction().equals(way)).toList();
        String shown = one("metric", metric, all, own, Measure::metric);
        String one = one("first", first, all, own, Measure::model);
        List<Measure> others =
                own.stream().filter(number -> !number.model().equals(one)).toList();
        String other =
                one("second", second, all, second.isPresent() || others.isEmpty() ? own : others, Measure::model);
        return Pages.models(new ModelsView(all, own, new Drawings(way, shown, one, other)))
                .render();
    }

    /** What is wished for; what there is first, if that is only there in the other direction, or nothing is wished for. */
    private static String one(
            String name,
            Optional<String> wish,
            List<Measure> anywhere,
            List<Measure> here,
            Function<Measure, String> property) {
        wish.filter(wished -> anywhere.stream().map(property).noneMatch(wished::equals))
                .ifPresent(wished -> {
                    throw ResultsQuery.bad(name, "is none of those that there are");
                });
        return wish.filter(wished -> here.stream().map(property).anyMatch(wished::equals))
                .or(() -> here.stream().map(property).findFirst())
                .orElse("");
    }
}
