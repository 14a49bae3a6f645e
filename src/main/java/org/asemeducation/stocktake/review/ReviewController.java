package org.asemeducation.stocktake.review;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.update.UpdateKey;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The reviewer's endpoint.
 */
@RestController
class ReviewController {

	private final Reviewing reviewing;

	private final CurrentPerson current;

	ReviewController(Reviewing reviewing, CurrentPerson current) {
		this.reviewing = reviewing;
		this.current = current;
	}

	@PostMapping("/api/reviews/{cycle}/{initiative}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void review(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Verdict verdict) {
		String by = this.current.get().requireReviewer().userId();
		this.reviewing.review(UpdateKey.of(cycle, initiative), verdict, by);
	}

}
