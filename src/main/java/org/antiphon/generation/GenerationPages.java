package org.antiphon.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.antiphon.metric.MetricFamily;
import org.antiphon.metric.Metrics;
import org.antiphon.platform.HomeOffer;
import org.antiphon.platform.Problem;

/** The demo: where a translation is asked for, where it is followed and looked at, and what the models are. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@Blocking
public class GenerationPages {

    private final TranslationViews views;
    private final SystemState system;
    private final Samples samples;
    private final ModelCards cards;
    private final ObjectMapper json;
    private final Instance<HomeOffer> offers;

    @Inject
    GenerationPages(
            TranslationViews views,
            SystemState system,
            Samples samples,
            ModelCards cards,
            ObjectMapper json,
            @Any Instance<HomeOffer> offers) {
        this.views = views;
        this.system = system;
        this.samples = samples;
        this.cards = cards;
        this.json = json;
        this.offers = offers;
    }

    @CheckedTemplate
    static class Templates {
        private Templates() {}

        static native TemplateInstance home(String stateJson, List<HomeOffer.Offer> offers);

        static native TemplateInstance translation(String id, String stateJson);

        static native TemplateInstance model(String family, String cardHtml);

        static native TemplateInstance metrics(List<MetricFamily> families);
    }

    /** What the home page knows from the beginning. */
    record Home(SystemView system, List<SampleView> samples) {}

    @GET
    public TemplateInstance home() {
        List<SampleView> all = samples.all().stream().map(SampleView::of).toList();
        List<HomeOffer.Offer> further =
                offers.stream().map(HomeOffer::offer).flatMap(Optional::stream).toList();
        return Templates.home(inScript(new Home(system.view(), all)), further);
    }

    @GET
    @Path("translations/{id}")
    public TemplateInstance translation(@PathParam("id") String id) {
        return Templates.translation(id, inScript(views.of(id).orElseThrow(Ordering::unknown)));
    }

    @GET
    @Path("about/models/{family}")
    public TemplateInstance model(@PathParam("family") String family) {
        return Templates.model(family, cards.html(family).orElseThrow(() -> Problem.notFound(
                        "No such model", "There is no model family \"" + family + "\" here.")
                .exception()));
    }

    @GET
    @Path("about/metrics")
    public TemplateInstance metrics() {
        return Templates.metrics(Metrics.FAMILIES);
    }

    /** JSON that can stand inside a script element: nothing in it ends the element or begins a comment. */
    private String inScript(Object value) {
        try {
            return json.writeValueAsString(value)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }
}
