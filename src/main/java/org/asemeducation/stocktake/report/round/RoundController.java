package org.asemeducation.stocktake.report.round;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.report.round.RoundAccess.Reader;
import org.asemeducation.stocktake.report.round.RoundViews.Saved;
import org.asemeducation.stocktake.report.round.RoundViews.Shown;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Whoever is asked in a round reads and writes.
 */
@RestController
@RequestMapping("/api/reports/{cycle}/rounds/{number}")
class RoundController {

	private final RoundAccess access;

	private final RoundViews views;

	private final Speaking speaking;

	RoundController(RoundAccess access, RoundViews views, Speaking speaking) {
		this.access = access;
		this.views = views;
		this.speaking = speaking;
	}

	@GetMapping
	Shown show(@PathVariable CycleName cycle, @PathVariable int number) {
		return this.views.of(this.access.reader(cycle, number));
	}

	@PutMapping("/comments")
	Saved save(@PathVariable CycleName cycle, @PathVariable int number, @RequestBody Written written) {
		Reader reader = this.access.reader(cycle, number);
		return this.views.saved(reader.round(),
				this.speaking.save(cycle, number, written.version(), written.form(), reader.person().userId()));
	}

	/**
	 * What the page sends.
	 *
	 * @param version the one it was written on; 0 when there was none
	 * @param content all comments of the person
	 */
	record Written(long version, @Nullable RoundForm content) {

		RoundForm form() {
			return (this.content != null) ? this.content : RoundForm.EMPTY;
		}

	}

}
