package org.asemeducation.stocktake.report.comment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/**
 * What was said about the draft of a report and what became of it, for the secretariat
 * and the reviewing body.
 */
@Controller
class CommentPages {

	private final Cycles cycles;

	private final SettledComments comments;

	private final CurrentPerson current;

	CommentPages(Cycles cycles, SettledComments comments, CurrentPerson current) {
		this.cycles = cycles;
		this.comments = comments;
		this.current = current;
	}

	@GetMapping("/reports/{cycle}/comments")
	String show(@PathVariable("cycle") CycleName name, Model model) {
		this.current.get().requireReviewer();
		model.addAttribute("cycle", known(name));
		model.addAttribute("comments", this.comments.of(name));
		return "comments";
	}

	/** The same as a table for a spreadsheet. */
	@GetMapping("/reports/{cycle}/comments.csv")
	ResponseEntity<byte[]> table(@PathVariable("cycle") CycleName name) throws IOException {
		this.current.get().requireReviewer();
		known(name);
		StringBuilder table = new StringBuilder();
		CommentTable.write(this.comments.of(name), table);
		return ResponseEntity.ok()
			.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name + "-comments.csv").build().toString())
			.body(table.toString().getBytes(StandardCharsets.UTF_8));
	}

	private Cycle known(CycleName name) {
		return this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
	}

}
