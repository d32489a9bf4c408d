package org.antiphon.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.antiphon.account.ForResearchers;
import org.antiphon.study.edition.Drafts;

/** Where studies are listed, written, prepared, published and closed. */
@Path("/studies")
@Produces(MediaType.TEXT_HTML)
@ForResearchers
@Blocking
public class StudyPages {

    private final Drafts drafts;
    private final StudyViews views;
    private final ObjectMapper json;

    @Inject
    StudyPages(Drafts drafts, StudyViews views, ObjectMapper json) {
        this.drafts = drafts;
        this.views = views;
        this.json = json;
    }

    @CheckedTemplate(basePath = "StudyPages")
    static class Pages {
        private Pages() {}

        static native TemplateInstance studies(String stateJson);

        static native TemplateInstance study(String title, String stateJson);
    }

    /** What the list knows from the beginning. */
    record Listed(List<Drafts.Overview> studies, List<Templates.Template> templates) {}

    @GET
    public TemplateInstance list() {
        return Pages.studies(inScript(new Listed(drafts.readable(), Templates.ALL)));
    }

    @GET
    @Path("{slug}")
    public TemplateInstance study(@PathParam("slug") String slug) {
        StudyView view = views.of(slug);
        return Pages.study(view.title(), inScript(view));
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
