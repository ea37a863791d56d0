// This file repeats what news articles report about real people. Reports may be wrong, one-sided or out of date, and the software that read them makes mistakes. An allegation is not a finding; check the articles before you rely on anything here.
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
UNWIND [
  {id: "n11", label: "Superior Court of Calder County", type: "Court", aliases: "Superior Court", documents: "d1", paths: "articles/quill-files-suit.txt", mentions: 1, x: -548.9, y: 298.1, size: 4.0, r: 91, g: 95, b: 105}
] AS row MERGE (n:Entity {id: row.id}) SET n:Court, n += row;
UNWIND [
  {id: "n20", label: "Quill v. Osei and The Harbor Gazette", type: "Lawsuit", aliases: "Quill v. Osei and The Harbor Gazette | her case", documents: "d1 | d2 | d3", paths: "articles/quill-files-suit.txt | articles/osei-countersues.txt | articles/judge-dismisses.txt", mentions: 9, filed: "2023-03-02 | 2023-03-03", claims: "defamation", amount: "$12 million | $15 million", status: "ongoing", x: -210.8, y: 148.8, size: 73.2, r: 213, g: 94, b: 0},
  {id: "n21", label: "Osei v. Quill", type: "Lawsuit", aliases: "Osei v. Quill | counterclaim", documents: "d2 | d3", paths: "articles/osei-countersues.txt | articles/judge-dismisses.txt", mentions: 4, claims: "extortion", status: "dismissed | filed", x: 58.5, y: 207.5, size: 46.5, r: 213, g: 94, b: 0}
] AS row MERGE (n:Entity {id: row.id}) SET n:Lawsuit, n += row;
UNWIND [
  {id: "n08", label: "The Harbor Gazette", type: "MediaOutlet", aliases: "Gazette | The Harbor Gazette", documents: "d1 | d3", paths: "articles/quill-files-suit.txt | articles/judge-dismisses.txt", mentions: 6, x: -514.5, y: -45.7, size: 46.5, r: 176, g: 85, b: 140},
  {id: "n09", label: "Lantern Post", type: "MediaOutlet", aliases: "Lantern Post", documents: "d2", paths: "articles/osei-countersues.txt", mentions: 4, x: 399.5, y: 318.4, size: 37.0, r: 176, g: 85, b: 140}
] AS row MERGE (n:Entity {id: row.id}) SET n:MediaOutlet, n += row;
UNWIND [
  {id: "n10", label: "Osei Pictures", type: "Organization", aliases: "Osei Pictures", documents: "d2", paths: "articles/osei-countersues.txt", mentions: 1, x: 325.1, y: -340.2, size: 12.5, r: 0, g: 158, b: 115}
] AS row MERGE (n:Entity {id: row.id}) SET n:Organization, n += row;
UNWIND [
  {id: "n01", label: "Ada Quill", type: "Person", aliases: "Ada Quill | Quill | the novelist", documents: "d1 | d2 | d3", paths: "articles/quill-files-suit.txt | articles/osei-countersues.txt | articles/judge-dismisses.txt", mentions: 14, x: -48.8, y: -119.7, size: 94.5, r: 0, g: 114, b: 178},
  {id: "n02", label: "Bram Osei", type: "Person", aliases: "Bram Osei | Osei", documents: "d1 | d2 | d3", paths: "articles/quill-files-suit.txt | articles/osei-countersues.txt | articles/judge-dismisses.txt", mentions: 17, x: 185.5, y: -11.1, size: 100.0, r: 0, g: 114, b: 178},
  {id: "n03", label: "Teo Marsh", type: "Person", aliases: "Marsh | Teo Marsh", documents: "d1 | d3", paths: "articles/quill-files-suit.txt | articles/judge-dismisses.txt", mentions: 5, x: -239.1, y: -164.4, size: 50.8, r: 0, g: 114, b: 178},
  {id: "n04", label: "Ines Falk", type: "Person", aliases: "Falk | Ines Falk", documents: "d1 | d2", paths: "articles/quill-files-suit.txt | articles/osei-countersues.txt", mentions: 3, x: 548.9, y: 120.5, size: 26.0, r: 0, g: 114, b: 178},
  {id: "n05", label: "Noor Ellery", type: "Person", aliases: "Judge Noor Ellery | Noor Ellery", documents: "d2 | d3", paths: "articles/osei-countersues.txt | articles/judge-dismisses.txt", mentions: 4, x: -172.3, y: 431.9, size: 31.7, r: 0, g: 114, b: 178},
  {id: "n06", label: "Mina Quill", type: "Person", aliases: "Mina", documents: "d2", paths: "articles/osei-countersues.txt", mentions: 1, x: 402.4, y: -33.2, size: 12.5, r: 0, g: 114, b: 178},
  {id: "n07", label: "Lou Castellan", type: "Person", aliases: "Lou Castellan", documents: "d3", paths: "articles/judge-dismisses.txt", mentions: 1, x: -417.5, y: -302.1, size: 12.5, r: 0, g: 114, b: 178}
] AS row MERGE (n:Entity {id: row.id}) SET n:Person, n += row;
UNWIND [
  {id: "n12", label: "Low Tide", type: "Work", aliases: "Low Tide", documents: "d1 | d2", paths: "articles/quill-files-suit.txt | articles/osei-countersues.txt", mentions: 2, x: -0.9, y: -401.9, size: 26.0, r: 201, g: 138, b: 0}
] AS row MERGE (n:Entity {id: row.id}) SET n:Work, n += row;
UNWIND [
  {id: "e20", subject: "n01", object: "n02", relation: "accused", label: "accused (alleged)", assertion: "alleged", source: "the complaint | Bram Osei", derived: false, weight: 2, evidence: "According to the complaint, Osei harassed Quill for months. | Osei, 44, denied that he ever harassed the novelist.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 180, g: 84, b: 10}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:ACCUSED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e34", subject: "n07", object: "n01", relation: "apologized_to", label: "apologized to", assertion: "asserted", derived: false, weight: 1, evidence: "Editor Lou Castellan of The Harbor Gazette apologized to Quill.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:APOLOGIZED_TO {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e21", subject: "n02", object: "n01", relation: "contacted", label: "contacted (denied)", assertion: "denied", source: "Bram Osei", derived: false, weight: 1, evidence: "Osei, 44, denied that he ever harassed the novelist.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 138, g: 79, b: 191},
  {id: "e29", subject: "n01", object: "n02", relation: "contacted", label: "contacted (alleged)", assertion: "alleged", source: "Ines Falk", derived: false, weight: 1, evidence: "“She wrote to him every day,” Falk told the Lantern Post.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 180, g: 84, b: 10}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:CONTACTED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e36", subject: "n04", object: "n02", relation: "counsel_for", label: "is counsel for", assertion: "asserted", derived: false, weight: 1, evidence: "“He never married anyone in secret,” said lawyer Ines Falk, who represents Osei.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:COUNSEL_FOR {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e09", subject: "n21", object: "n20", relation: "counterclaim_to", label: "is a counterclaim to", assertion: "asserted", derived: false, weight: 1, evidence: "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.61, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:COUNTERCLAIM_TO {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e25", subject: "n03", object: "n02", relation: "criticized", label: "criticized", assertion: "asserted", derived: false, weight: 1, evidence: "Marsh called Osei “a bully” and criticized The Harbor Gazette.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e26", subject: "n03", object: "n08", relation: "criticized", label: "criticized", assertion: "asserted", derived: false, weight: 1, evidence: "Marsh called Osei “a bully” and criticized The Harbor Gazette.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:CRITICIZED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e02", subject: "n02", object: "n20", relation: "defendant_in", label: "is a defendant in", assertion: "asserted", derived: false, weight: 1, evidence: "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e03", subject: "n08", object: "n20", relation: "defendant_in", label: "is a defendant in", assertion: "asserted", derived: false, weight: 1, evidence: "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e07", subject: "n01", object: "n21", relation: "defendant_in", label: "is a defendant in", assertion: "asserted", derived: false, weight: 1, evidence: "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:DEFENDANT_IN {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e35", subject: "n07", object: "n08", relation: "employed_by", label: "is employed by", assertion: "asserted", derived: false, weight: 1, evidence: "Editor Lou Castellan of The Harbor Gazette apologized to Quill.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:EMPLOYED_BY {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e30", subject: "n02", object: "n10", relation: "founder_of", label: "is a founder of", assertion: "asserted", derived: false, weight: 1, evidence: "Osei founded Osei Pictures, which produced Low Tide.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:FOUNDER_OF {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e13", subject: "n20", object: "n11", relation: "heard_in", label: "is heard in", assertion: "asserted", derived: false, weight: 1, evidence: "The case will be heard in the Superior Court of Calder County.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:HEARD_IN {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e10", subject: "n05", object: "n20", relation: "judge_in", label: "is the judge in", assertion: "asserted", derived: false, weight: 1, evidence: "Judge Noor Ellery presides over her case.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e11", subject: "n05", object: "n21", relation: "judge_in", label: "is the judge in", assertion: "asserted", derived: false, weight: 1, evidence: "Judge Noor Ellery dismissed the counterclaim of Osei on Thursday.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:JUDGE_IN {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e01", subject: "n01", object: "n20", relation: "plaintiff_in", label: "is a plaintiff in", assertion: "asserted", derived: false, weight: 1, evidence: "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e06", subject: "n02", object: "n21", relation: "plaintiff_in", label: "is a plaintiff in", assertion: "asserted", source: "Lantern Post", derived: false, weight: 1, evidence: "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:PLAINTIFF_IN {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e33", subject: "n06", object: "n09", relation: "praised", label: "praised", assertion: "asserted", derived: false, weight: 1, evidence: "Quill's sister Mina praised the Gazette's rival, the Lantern Post.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:PRAISED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e31", subject: "n10", object: "n12", relation: "produced", label: "produced", assertion: "asserted", derived: false, weight: 1, evidence: "Osei founded Osei Pictures, which produced Low Tide.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:PRODUCED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e27", subject: "n09", object: "n21", relation: "reported_on", label: "reported on", assertion: "asserted", derived: false, weight: 1, evidence: "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:REPORTED_ON {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e32", subject: "n01", object: "n06", relation: "sibling_of", label: "is a sibling of", assertion: "asserted", derived: false, weight: 1, evidence: "Quill's sister Mina praised the Gazette's rival, the Lantern Post.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:SIBLING_OF {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e28", subject: "n04", object: "n09", relation: "spoke_to", label: "spoke to", assertion: "asserted", derived: false, weight: 1, evidence: "“She wrote to him every day,” Falk told the Lantern Post.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:SPOKE_TO {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e22", subject: "n01", object: "n03", relation: "spouse_of", label: "is the spouse of", assertion: "asserted", derived: false, weight: 2, evidence: "Quill and her husband, Teo Marsh, wrote the film Low Tide together. | Teo Marsh testified for his wife.", documents: "d1 | d3", paths: "articles/quill-files-suit.txt | articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:SPOUSE_OF {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e04", subject: "n01", object: "n02", relation: "sued", label: "sued", assertion: "asserted", derived: true, weight: 1, evidence: "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e05", subject: "n01", object: "n08", relation: "sued", label: "sued", assertion: "asserted", derived: true, weight: 1, evidence: "Ada Quill sued Bram Osei and The Harbor Gazette for defamation on March 2, seeking $12 million.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e08", subject: "n02", object: "n01", relation: "sued", label: "sued", assertion: "asserted", derived: true, weight: 1, evidence: "Bram Osei filed a counterclaim against Ada Quill for extortion, the Lantern Post reported.", documents: "d2", paths: "articles/osei-countersues.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:SUED {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e12", subject: "n03", object: "n20", relation: "witness_in", label: "is a witness in", assertion: "asserted", derived: false, weight: 1, evidence: "Teo Marsh testified for his wife.", documents: "d3", paths: "articles/judge-dismisses.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:WITNESS_IN {id: row.id}]->(b) SET r += row;
UNWIND [
  {id: "e23", subject: "n01", object: "n12", relation: "wrote", label: "wrote", assertion: "asserted", derived: false, weight: 1, evidence: "Quill and her husband, Teo Marsh, wrote the film Low Tide together.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144},
  {id: "e24", subject: "n03", object: "n12", relation: "wrote", label: "wrote", assertion: "asserted", derived: false, weight: 1, evidence: "Quill and her husband, Teo Marsh, wrote the film Low Tide together.", documents: "d1", paths: "articles/quill-files-suit.txt", confidence: 0.9, rule: "test/rule", r: 125, g: 132, b: 144}
] AS row MATCH (a:Entity {id: row.subject}), (b:Entity {id: row.object}) MERGE (a)-[r:WROTE {id: row.id}]->(b) SET r += row;
