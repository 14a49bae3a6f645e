package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.round.AnswerViews.Content;
import org.asemeducation.stocktake.report.round.AnswerViews.Saved;
import org.asemeducation.stocktake.report.round.AnswerViews.ToAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The secretariat answers what was said in a round.
 */
@RestController
@RequestMapping("/api/reports/{cycle}")
class AnswerController {

	private final Rounds rounds;

	private final AnswerViews views;

	private final Answering answering;

	private final CurrentPerson current;

	AnswerController(Rounds rounds, AnswerViews views, Answering answering, CurrentPerson current) {
		this.rounds = rounds;
		this.views = views;
		this.answering = answering;
		this.current = current;
	}

	/** The round whose comments wait for answers. */
	@GetMapping("/answers")
	ToAnswer waiting(@PathVariable CycleName cycle) {
		secretariat();
		return this.views.of(this.rounds.underWay(cycle)
			.filter((round) -> round.readAt() != null)
			.orElseThrow(() -> Refused.notFound("No comments on %s wait for answers.".formatted(cycle))));
	}

	@GetMapping("/rounds/{number}/answers/{comment}")
	One one(@PathVariable CycleName cycle, @PathVariable int number, @PathVariable long comment) {
		secretariat();
		return new One(this.views.of(this.rounds.get(cycle, number))
			.comments()
			.stream()
			.filter((line) -> line.id() == comment)
			.findFirst()
			.orElseThrow(() -> Refused.notFound("There is no comment %d in this round.".formatted(comment)))
			.draft());
	}

	@PutMapping("/rounds/{number}/answers/{comment}")
	Saved decide(@PathVariable CycleName cycle, @PathVariable int number, @PathVariable long comment,
			@RequestBody Written written) {
		Content content = (written.content() != null) ? written.content() : Content.EMPTY;
		return this.views.saved(this.answering.decide(cycle, number, comment, written.version(), content.decision(),
				content.reason(), secretariat()));
	}

	@PostMapping("/rounds/{number}/answers/{comment}/wording")
	Saved takeOver(@PathVariable CycleName cycle, @PathVariable int number, @PathVariable long comment,
			@RequestBody Seen seen) {
		return this.views.saved(this.answering.takeOver(cycle, number, comment, seen.version(), secretariat()));
	}

	@PostMapping("/rounds/{number}/answers/{comment}/wording/undone")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void takeBack(@PathVariable CycleName cycle, @PathVariable int number, @PathVariable long comment) {
		this.answering.takeBack(cycle, number, comment, secretariat());
	}

	@PostMapping("/rounds/{number}/answered")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void send(@PathVariable CycleName cycle, @PathVariable int number) {
		this.answering.send(cycle, number, secretariat());
	}

	private String secretariat() {
		return this.current.get().requireSecretariat().userId();
	}

	record One(Saved draft) {
	}

	/**
	 * What the form sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 */
	record Written(long version, @Nullable Content content) {
	}

	record Seen(long version) {
	}

}
