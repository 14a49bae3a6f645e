package org.asemeducation.stocktake.report.comment;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Register;
import org.asemeducation.stocktake.cycle.Cycle;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.report.comment.DecisionForm.Line;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
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

	private final Comments comments;

	private final CommentDecisions decisions;

	private final Commenting commenting;

	private final Register register;

	private final CurrentPerson current;

	CommentPages(Cycles cycles, Comments comments, CommentDecisions decisions, Commenting commenting, Register register,
			CurrentPerson current) {
		this.cycles = cycles;
		this.comments = comments;
		this.decisions = decisions;
		this.commenting = commenting;
		this.register = register;
		this.current = current;
	}

	@GetMapping("/reports/{cycle}/comments")
	String show(@PathVariable("cycle") CycleName name, Model model) {
		this.current.get().requireReviewer();
		Cycle cycle = this.cycles.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		model.addAttribute("cycle", cycle);
		model.addAttribute("comments", settled(name));
		return "comments";
	}

	private List<Settled> settled(CycleName cycle) {
		List<Comment> all = this.comments.of(cycle);
		if (all.isEmpty()) {
			return List.of();
		}
		Parts parts = this.commenting.parts(cycle);
		Map<Long, Line> decided = this.decisions.of(cycle);
		return all.stream().map((comment) -> {
			Optional<Line> line = Optional.ofNullable(decided.get(comment.id()));
			return new Settled(parts.title(comment.about()), comment.text(), this.register.nameOf(comment.madeBy()),
					line.map(Line::decision).map(Decision::words).orElse("Not decided yet"),
					line.map(Line::reason).orElse(null));
		}).toList();
	}

	/**
	 * A comment and what became of it, in words.
	 */
	record Settled(String about, String text, String by, String decision, @Nullable String reason) {
	}

}
