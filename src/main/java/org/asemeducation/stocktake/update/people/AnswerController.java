package org.asemeducation.stocktake.update.people;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Answers in place of an update.
 */
@RestController
@RequestMapping("/api/updates/{cycle}/{initiative}")
class AnswerController {

	private final Answering answering;

	private final AnswerViews views;

	private final CurrentPerson current;

	AnswerController(Answering answering, AnswerViews views, CurrentPerson current) {
		this.answering = answering;
		this.views = views;
		this.current = current;
	}

	@GetMapping("/answer")
	Answers show(@PathVariable String cycle, @PathVariable String initiative) {
		return this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

	@PostMapping("/answer")
	@ResponseStatus(HttpStatus.CREATED)
	void answer(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Answer answer) {
		this.answering.answer(UpdateKey.of(cycle, initiative), answer, this.current.get().userId());
	}

	/**
	 * What may be answered.
	 *
	 * @param others the initiatives that it may have been merged into
	 * @param givenBack who said last that it is not theirs; {@code null} when nobody has
	 * @param mayGiveBack whether the reader may say that it is not theirs
	 */
	record Answers(List<Other> others, @Nullable GivenBack givenBack, boolean mayGiveBack) {
	}

	record Other(String id, String title) {
	}

	record GivenBack(String party, String by, Instant at, String because) {
	}

}
