/** The parts of the published contexts that our exports use: tests fetch nothing. Terms and IRIs are those of the standards. */

/** Of http://www.w3.org/ns/anno.jsonld, with no vocabulary to fall back on: a term that is not of it fails. */
const ANNO = {
  oa: "http://www.w3.org/ns/oa#",
  dc: "http://purl.org/dc/elements/1.1/",
  dcterms: "http://purl.org/dc/terms/",
  dctypes: "http://purl.org/dc/dcmitype/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  rdfs: "http://www.w3.org/2000/01/rdf-schema#",
  xsd: "http://www.w3.org/2001/XMLSchema#",
  as: "http://www.w3.org/ns/activitystreams#",
  id: "@id",
  type: "@type",
  Annotation: "oa:Annotation",
  Text: "dctypes:Text",
  TextualBody: "oa:TextualBody",
  SpecificResource: "oa:SpecificResource",
  TextQuoteSelector: "oa:TextQuoteSelector",
  TextPositionSelector: "oa:TextPositionSelector",
  TimeState: "oa:TimeState",
  Person: "foaf:Person",
  Software: "as:Application",
  Organization: "foaf:Organization",
  AnnotationCollection: "as:OrderedCollection",
  AnnotationPage: "as:OrderedCollectionPage",
  assessing: "oa:assessing",
  classifying: "oa:classifying",
  describing: "oa:describing",
  identifying: "oa:identifying",
  body: { "@type": "@id", "@id": "oa:hasBody" },
  target: { "@type": "@id", "@id": "oa:hasTarget" },
  source: { "@type": "@id", "@id": "oa:hasSource" },
  selector: { "@type": "@id", "@id": "oa:hasSelector" },
  state: { "@type": "@id", "@id": "oa:hasState" },
  creator: { "@type": "@id", "@id": "dcterms:creator" },
  generator: { "@type": "@id", "@id": "as:generator" },
  via: { "@type": "@id", "@id": "oa:via" },
  items: { "@type": "@id", "@id": "as:items", "@container": "@list" },
  first: { "@type": "@id", "@id": "as:first" },
  motivation: { "@type": "@vocab", "@id": "oa:motivatedBy" },
  purpose: { "@type": "@vocab", "@id": "oa:hasPurpose" },
  format: "dc:format",
  language: "dc:language",
  value: "rdf:value",
  exact: "oa:exact",
  prefix: "oa:prefix",
  suffix: "oa:suffix",
  name: "foaf:name",
  label: "rdfs:label",
  created: { "@id": "dcterms:created", "@type": "xsd:dateTime" },
  modified: { "@id": "dcterms:modified", "@type": "xsd:dateTime" },
  sourceDate: { "@id": "oa:sourceDate", "@type": "xsd:dateTime" },
  start: { "@id": "oa:start", "@type": "xsd:nonNegativeInteger" },
  end: { "@id": "oa:end", "@type": "xsd:nonNegativeInteger" },
  total: { "@id": "as:totalItems", "@type": "xsd:nonNegativeInteger" },
  startIndex: { "@id": "as:startIndex", "@type": "xsd:nonNegativeInteger" },
};

/** Of https://schema.org/: its terms share one vocabulary; addresses and dates are typed. */
const SCHEMA = {
  schema: "http://schema.org/",
  "@vocab": "http://schema.org/",
  url: { "@id": "schema:url", "@type": "@id" },
  contentUrl: { "@id": "schema:contentUrl", "@type": "@id" },
  datePublished: { "@id": "schema:datePublished", "@type": "schema:Date" },
  dateCreated: { "@id": "schema:dateCreated", "@type": "schema:Date" },
};

const CONTEXTS: Readonly<Record<string, object>> = {
  "http://www.w3.org/ns/anno.jsonld": ANNO,
  "https://schema.org/": SCHEMA,
};

/** Hands out the contexts above. Throws for any other. */
export async function offline(url: string): Promise<{ documentUrl: string; document: object }> {
  const context = CONTEXTS[url];
  if (!context) throw new Error(`${url} is none of the contexts of these tests`);
  return { documentUrl: url, document: { "@context": context } };
}

const THING = ["name", "alternateName", "description", "url"];
const WORK = [
  ...THING,
  "about",
  "author",
  "creativeWorkStatus",
  "dateCreated",
  "datePublished",
  "encoding",
  "headline",
  "inLanguage",
  "isBasedOn",
  "publisher",
  "text",
];

/** Types of schema.org with those of their properties, own and inherited, that we may use. */
export const SCHEMA_PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  Quotation: [...WORK, "spokenByCharacter"],
  Article: [...WORK, "articleBody"],
  MediaObject: [...WORK, "contentUrl", "encodingFormat", "sha256"],
  Claim: [...WORK, "appearance", "firstAppearance", "claimInterpreter"],
  ClaimReview: [...WORK, "claimReviewed", "itemReviewed", "reviewAspect", "reviewBody", "reviewRating"],
  Rating: [...THING, "ratingExplanation", "ratingValue", "reviewAspect"],
  Person: THING,
  Organization: THING,
  GovernmentOrganization: THING,
};
