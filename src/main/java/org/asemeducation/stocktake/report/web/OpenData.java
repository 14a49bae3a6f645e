package org.asemeducation.stocktake.report.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.PublicUrl;
import org.asemeducation.stocktake.report.model.JsonReport;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * The published reports as open data, described by {@code /api/reports/openapi.yaml} and
 * in {@code docs/report-json.md}.
 */
@RestController
@RequestMapping("/api/reports")
class OpenData {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Published published;

	private final Editions editions;

	private final JsonReport writer;

	private final Licence licence;

	private final PublicUrl publicUrl;

	OpenData(Published published, Editions editions, JsonReport writer, Licence licence, PublicUrl publicUrl) {
		this.published = published;
		this.editions = editions;
		this.writer = writer;
		this.licence = licence;
		this.publicUrl = publicUrl;
	}

	@GetMapping
	ResponseEntity<Reports> all() {
		return kept().contentType(MediaType.APPLICATION_JSON)
			.body(new Reports(this.licence, this.published.all()
				.stream()
				.map((it) -> new Reports.Report(it.cycle().value(), it.title(), it.version(), it.at().toString(),
						this.publicUrl.to("/reports/" + it.cycle()), this.publicUrl.to("/api/reports/" + it.cycle())))
				.toList()));
	}

	@GetMapping("/{cycle}")
	ResponseEntity<ObjectNode> one(@PathVariable String cycle) throws IOException {
		Edition edition = this.editions.find(cycle)
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND,
					"There is no published report of %s here.".formatted(cycle)));
		ByteArrayOutputStream file = new ByteArrayOutputStream();
		this.writer.write(edition.report(), file);
		ObjectNode data = JSON.createObjectNode();
		data.set("licence", JSON.valueToTree(this.licence));
		data.put("page", this.publicUrl.to("/reports/" + new CycleName(cycle)));
		data.setAll((ObjectNode) JSON.readTree(file.toByteArray()));
		return kept().contentType(MediaType.APPLICATION_JSON).body(data);
	}

	@GetMapping("/openapi.yaml")
	ResponseEntity<Resource> description() {
		return kept().contentType(new MediaType("application", "yaml")).body(new ClassPathResource("api/reports.yaml"));
	}

	private static ResponseEntity.BodyBuilder kept() {
		return ResponseEntity.ok().cacheControl(CacheControl.noCache().cachePublic());
	}

	/**
	 * What is published.
	 */
	record Reports(Licence licence, List<Report> reports) {

		/**
		 * A report.
		 *
		 * @param version the one that is public now
		 * @param published when it, or its last correction, became public; an ISO instant
		 */
		record Report(String cycle, String title, int version, String published, String page, String data) {
		}

	}

}
