package org.asemeducation.stocktake.update.people;

import java.time.Instant;
import java.util.List;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.update.UpdateKey;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Who submits where several parties coordinate an initiative.
 */
@RestController
class LeadController {

	private final Leading leading;

	private final LeadViews views;

	private final CurrentPerson current;

	LeadController(Leading leading, LeadViews views, CurrentPerson current) {
		this.leading = leading;
		this.views = views;
		this.current = current;
	}

	/**
	 * The initiatives of a cycle that several parties coordinate, for the AES.
	 * @param search words in an id, a title or a coordinator; empty for all
	 */
	@GetMapping("/api/cycles/{cycle}/leads")
	Several several(@PathVariable String cycle, @RequestParam(defaultValue = "") String search) {
		this.current.get().requireSecretariat();
		return this.views.several(new CycleName(cycle), search.strip());
	}

	@PutMapping("/api/updates/{cycle}/{initiative}/lead")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void settle(@PathVariable String cycle, @PathVariable String initiative, @RequestBody Settled settled) {
		String by = this.current.get().requireSecretariat().userId();
		this.leading.settle(UpdateKey.of(cycle, initiative), settled.party(), by);
	}

	@GetMapping("/api/updates/{cycle}/{initiative}/lead")
	Submits show(@PathVariable String cycle, @PathVariable String initiative) {
		return this.views.of(UpdateKey.of(cycle, initiative), this.current.get());
	}

	@PostMapping("/api/updates/{cycle}/{initiative}/lead/declining")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void decline(@PathVariable String cycle, @PathVariable String initiative) {
		this.leading.decline(UpdateKey.of(cycle, initiative), this.current.get().userId());
	}

	/**
	 * The choice of the AES.
	 *
	 * @param party the register's number
	 */
	record Settled(@Nullable Long party) {
	}

	/**
	 * Initiatives that several parties coordinate.
	 *
	 * @param found how many there are
	 * @param leads the first of them, in the plan's order
	 */
	record Several(int found, List<Led> leads) {
	}

	/**
	 * An initiative that several parties coordinate.
	 *
	 * @param settled whether the AES has settled it; else the first-named is proposed
	 * @param declined whether the lead has said that it cannot submit
	 * @param reached whether mail reaches the lead
	 */
	record Led(String initiative, String title, long lead, boolean settled, boolean declined, boolean reached,
			List<Choice> parties) {
	}

	record Choice(long id, String label) {
	}

	/**
	 * Who submits.
	 *
	 * @param lead its label; {@code null} when a single party coordinates the initiative
	 * @param yours whether the reader speaks for the lead
	 * @param until when only the lead may submit
	 * @param open why any coordinator may: {@code declined}, {@code not-reached},
	 * {@code over}; {@code null} while only the lead may
	 */
	record Submits(@Nullable String lead, boolean yours, @Nullable Instant until, @Nullable String open) {
	}

}
