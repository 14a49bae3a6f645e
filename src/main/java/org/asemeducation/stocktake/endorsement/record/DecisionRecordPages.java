package org.asemeducation.stocktake.endorsement.record;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

import org.asemeducation.stocktake.access.CurrentPerson;
import org.asemeducation.stocktake.access.Officials;
import org.asemeducation.stocktake.cycle.CycleName;
import org.asemeducation.stocktake.engine.Refused;
import org.asemeducation.stocktake.report.document.Document;
import org.asemeducation.stocktake.report.html.HtmlReport;
import org.asemeducation.stocktake.report.pdf.PdfText;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/**
 * The decision record as a page and as a tagged PDF, for officials and the secretariat.
 */
@Controller
class DecisionRecordPages {

	private final DecisionRecord record;

	private final HtmlReport page;

	private final PdfText pdf;

	private final Officials officials;

	private final CurrentPerson current;

	DecisionRecordPages(DecisionRecord record, HtmlReport page, PdfText pdf, Officials officials,
			CurrentPerson current) {
		this.record = record;
		this.page = page;
		this.pdf = pdf;
		this.officials = officials;
		this.current = current;
	}

	@GetMapping("/officials/{cycle}/record")
	ResponseEntity<byte[]> page(@PathVariable String cycle) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.page.write(document(cycle), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(new MediaType("text", "html", java.nio.charset.StandardCharsets.UTF_8))
			.header("Content-Security-Policy", HtmlReport.contentSecurityPolicy())
			.body(out.toByteArray());
	}

	@GetMapping("/officials/{cycle}/record.pdf")
	ResponseEntity<byte[]> pdf(@PathVariable String cycle) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.pdf.write(document(cycle), out);
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.contentType(MediaType.APPLICATION_PDF)
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s-decision-record.pdf".formatted(cycle))
						.build()
						.toString())
			.body(out.toByteArray());
	}

	@ExceptionHandler
	ModelAndView say(Refused refused) {
		return message(refused.getMessage());
	}

	@ExceptionHandler
	ModelAndView say(IllegalArgumentException wrong) {
		return message(wrong.getMessage());
	}

	private static ModelAndView message(String sentence) {
		ModelAndView page = new ModelAndView("message", "sentence", sentence);
		page.setStatus(HttpStatus.NOT_FOUND);
		return page;
	}

	private Document document(String cycle) {
		this.officials.require(this.current.get());
		return this.record.of(new CycleName(cycle));
	}

}
