package org.asemeducation.stocktake.report;

import java.util.List;

import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.cycle.Cycles;
import org.asemeducation.stocktake.engine.Audit;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.docx.WordLook;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secretariat chooses the Word template of a report.
 */
@Component
class ChoosingTemplate {

	private final Cycles cycles;

	private final Steps steps;

	private final WordTemplates templates;

	private final Audit audit;

	ChoosingTemplate(Cycles cycles, Steps steps, WordTemplates templates, Audit audit) {
		this.cycles = cycles;
		this.steps = steps;
		this.templates = templates;
		this.audit = audit;
	}

	/**
	 * Takes a template; the next version that is compiled is written with it.
	 * @param name of the file
	 * @param content its bytes
	 * @param by the user id
	 * @throws Refused when it is no template that a report can be written with, or the
	 * draft is not the secretariat's to change
	 */
	@Transactional
	void take(CycleName cycle, String name, byte[] content, String by) {
		try {
			WordLook.of(content);
		}
		catch (IllegalArgumentException ex) {
			throw Refused.invalid("The template stays as it is. " + ex.getMessage(), List.of());
		}
		choose(cycle, this.templates.add(name, content, by), by);
	}

	/**
	 * Goes back to one that was chosen before, or to the house's own.
	 * @param sha256 of a template of this cycle; {@code null} for the house's own
	 * @throws Refused as above
	 */
	@Transactional
	void choose(CycleName cycle, @Nullable String sha256, String by) {
		this.cycles.lock(cycle);
		this.steps.requireWithSecretariat(cycle);
		if (sha256 != null && this.templates.read(sha256).isEmpty()) {
			throw Refused.invalid("The template stays as it is. Choose one of those on this page.", List.of());
		}
		String before = this.templates.inForce(cycle).orElse("the house's own");
		this.templates.choose(cycle, sha256, by);
		this.audit.record(by, "choose template", cycle.value(), before, (sha256 != null) ? sha256 : "the house's own");
	}

}
