/** Names that go together, and the languages (of those that the application asks about) their bearers are likely to speak. */
interface Region {
  languages: readonly string[];
  given: readonly string[];
  family: readonly string[];
}

function region(languages: string, given: string, family: string): Region {
  return { languages: languages.split(' '), given: given.split(' '), family: family.split(' ') };
}

/** All made up: a given and a family name that exist, put together by chance. */
export const regions: readonly Region[] = [
  region(
    'Portuguese',
    'Inês Tiago Beatriz Rui Marta Gonçalo Leonor Nuno',
    'Carvalho Figueiredo Moreira Sequeira Valente Pinho Antunes Serrão',
  ),
  region(
    'Spanish',
    'Lucía Mateo Ximena Andrés Paloma Joaquín Rocío Emilio',
    'Quintana Ibáñez Castellanos Robles Zamora Peñalver Urrutia Montes',
  ),
  region(
    'French',
    'Aïcha Bastien Clémence Mamadou Océane Thibault Aminata Rémi',
    'Diallo Lefèvre Traoré Marchand Koné Besson Sarr Rousseau',
  ),
  region(
    'German',
    'Friederike Jonas Annika Lukas Heike Matthias Greta Florian',
    'Brandt Köhler Osterloh Weiß Lindemann Vogt Hagedorn Krüger',
  ),
  region('Chinese', 'Mei Jun Xiaoling Wei Lan Bo Yating Hao', 'Zhang Liu Huang Lin Tang Xu Deng Shen'),
  region(
    'English',
    'Priya Arjun Kavya Rohan Meera Vikram Anjali Sanjay',
    'Raman Deshpande Iyer Chatterjee Nair Kulkarni Bhatt Menon',
  ),
  region(
    'English',
    'Chidi Adaeze Tunde Folake Emeka Ngozi Kelechi Bisi',
    'Okafor Adeyemi Nwosu Balogun Eze Oyelaran Obi Ogunleye',
  ),
  region(
    'English',
    'Niamh Callum Rhiannon Oisín Morag Ewan Siân Declan',
    'Gallagher Ashworth Pritchard MacLeod Byrne Whitlock Rees Farrell',
  ),
  region(
    'French',
    'Yasmin Karim Salma Tarek Nadia Youssef Leila Hicham',
    'Benali Haddad Mansouri Zerhouni Khalil Bouazza Farouk Saidi',
  ),
  region('German', 'Elif Deniz Zeynep Emre Defne Kerem Ayşe Baran', 'Yıldız Demir Aksoy Kaplan Şahin Polat Erdem Taş'),
  region(
    'English',
    'Hana Kenji Sakura Takeshi Yuki Haruto Aiko Ren',
    'Nakamura Fujita Okada Matsui Hayashi Kuroda Ishii Mori',
  ),
  region('English', 'Linh Minh Thuy Quang Mai Duc Huong Khanh', 'Tran Pham Vu Dang Ngo Bui Ho Duong'),
  region(
    'German',
    'Agnieszka Piotr Zofia Marek Kasia Tomasz Ewa Jakub',
    'Kowalczyk Nowicki Zieliński Wrona Mazur Lis Sikora Pawlak',
  ),
  region(
    'English',
    'Freja Anders Signe Mikkel Astrid Lars Linnea Eero',
    'Holm Lindqvist Nygaard Korhonen Dahl Ekström Sørensen Aalto',
  ),
  region(
    'Portuguese Spanish',
    'Thaís Caio Juliana Murilo Camila Otávio Renata Davi',
    'Siqueira Tavares Nogueira Bittencourt Prado Amaral Queiroz Teles',
  ),
  region(
    'French',
    'Almaz Dawit Hirut Solomon Selam Abel Tigist Yonas',
    'Tadesse Girma Alemu Bekele Worku Haile Mekonnen Desta',
  ),
];

/** The part of an address before the @: `ines.serrao`. */
export function localPart(name: string): string {
  const letters: Record<string, string> = { ß: 'ss', ø: 'o', ı: 'i', ł: 'l', ś: 's', ş: 's', æ: 'ae' };
  return name
    .toLowerCase()
    .replace(/[ßøıłśşæ]/g, (one) => letters[one] ?? one)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '');
}
