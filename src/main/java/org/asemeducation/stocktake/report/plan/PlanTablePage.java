package org.asemeducation.stocktake.report.plan;

import java.io.IOException;
import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;
import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.plan.Contributions;
import org.asemeducation.stocktake.plan.Plans;
import org.asemeducation.stocktake.report.docx.DocxText;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Where the AES takes the plan's table as a Word file.
 */
@Controller
class PlanTablePage {

	private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

	private final Plans plans;

	private final Contributions contributions;

	private final DocxText word;

	private final CurrentPerson person;

	private final Clock clock;

	PlanTablePage(Plans plans, Contributions contributions, DocxText word, CurrentPerson person, Clock clock) {
		this.plans = plans;
		this.contributions = contributions;
		this.word = word;
		this.person = person;
		this.clock = clock;
	}

	@GetMapping("/desk/plan/table.docx")
	void table(HttpServletResponse response) throws IOException {
		this.person.get().requireSecretariat();
		if (!this.plans.isLoaded()) {
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		response.setContentType(WORD);
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION,
				ContentDisposition.attachment().filename("action-plan.docx").build().toString());
		this.word.writeWide(
				new PlanTable(this.plans.current(), this.contributions.all()).document(this.clock.instant()),
				response.getOutputStream());
	}

}
